"""Our notices to the user about an input: data, not errors."""

from __future__ import annotations

from firsthand.model.base import Record


class Notice(Record, kw_only=True, frozen=True):
    """One input that was set aside or read with a remark.

    Args:
        subject: Name of the input as the user gave it.
        code: stub | list | empty | not-read | unreadable | too-large | damaged | duplicate | dated.
        message: What is wrong, in one line.
        hint: What to do next.
        set_aside: Whether the input counts for nothing.
    """

    subject: str
    code: str
    message: str
    hint: str | None = None
    set_aside: bool = True
