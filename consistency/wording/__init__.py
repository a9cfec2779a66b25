"""What the tool says, in English and in other languages.

A check says a sentence once, in English, with named places::

    say("«{quote}» looks like a slip for «{right}»", quote=quote, right=right)
    say_count("{n} line of another story", "{n} lines of another story", n=3)

The result is that English sentence, an ordinary ``str``; it also knows how to say itself in another language.
The English pattern is the key of the catalogue, as in gettext: ``ar/*.yaml`` holds the Arabic one.  What
names itself in several languages (a rule's title, an entity) brings them along with ``worded``.
"""

from __future__ import annotations

from consistency.wording.catalogue import Language, plural_form
from consistency.wording.sentence import Wording, fill, listed, said_in, say, say_count, term, worded

__all__ = [
    "Language",
    "Wording",
    "fill",
    "listed",
    "plural_form",
    "said_in",
    "say",
    "say_count",
    "term",
    "worded",
]
