"""The Expertiseplatform Sociale Veiligheid."""
