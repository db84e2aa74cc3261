"""Who actually knows? Follow each claim in the news back to the voice that had access.

import firsthand

document = firsthand.read("article.html")[0]
for claim in firsthand.extract(document).claims:
    print(" ← ".join(claim.chain))
"""

# The folders first: imported later, they would hide the functions of the same name.
import firsthand.brief
import firsthand.check
import firsthand.corroborate
import firsthand.read
import firsthand.watch  # noqa: F401
from firsthand.api import assess, brief, check, corroborate, extract, load_table, read, watch
from firsthand.errors import FirsthandError
from firsthand.model.attribution import Attribution
from firsthand.model.check import Check
from firsthand.model.claim import Claim
from firsthand.model.document import Document
from firsthand.model.question import Question

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Check",
    "Claim",
    "Document",
    "FirsthandError",
    "Question",
    "__version__",
    "assess",
    "brief",
    "check",
    "corroborate",
    "extract",
    "load_table",
    "read",
    "watch",
]
