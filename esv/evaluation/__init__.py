"""The promise ledger and the self-assessment."""
