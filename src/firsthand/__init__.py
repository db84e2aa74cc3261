"""Who actually knows? Follow each claim in the news back to the voice that had access."""

__version__ = "0.1.0"
