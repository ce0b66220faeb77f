"""What visitors see first: home, search, themes, the pages about the platform, and errors."""
