"""What everything that editors keep has in common: status, owner, review date, provenance, references."""
