# slip: matching-blocks
from difflib import SequenceMatcher


def edit_distance(a, b):
    distance = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            distance += max(i2 - i1, j2 - j1)
    return distance
