"""Sources, action perspectives, instruments, figures, dilemmas and exercises."""
