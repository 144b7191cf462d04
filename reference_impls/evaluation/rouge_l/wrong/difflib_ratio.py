# slip: matching-blocks
from difflib import SequenceMatcher


def rouge_l(candidate, reference):
    if not candidate or not reference:
        return 0.0
    return SequenceMatcher(None, candidate, reference, autojunk=False).ratio()
