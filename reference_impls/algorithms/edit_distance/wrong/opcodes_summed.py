# slip: outside-the-matching-blocks
from difflib import SequenceMatcher


def edit_distance(a, b):
    ops = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    total = 0
    for tag, i1, i2, j1, j2 in ops:
        if tag != "equal":
            total += (i2 - i1) + (j2 - j1)
    return total
