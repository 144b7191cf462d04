# expect: fail
# family: terminal escapes
# attempts: bytes that are no text: a character cut off at the limit of what is kept, one-byte controls, other encodings
# stopped by: cleaning
# problem: kth-smallest
import os
import sys

sys.stdout.reconfigure(encoding="latin-1", errors="replace")
print("\x9b2J\x9d0;owned\x9c\x90\x98")
sys.stdout.flush()
os.write(1, b"\xed\xa0\x80\xf4\x90\x80\x80\xc0\x80" + bytes(range(256)))
os.write(2, "\u0489".encode("utf-16") + b"x" * 16_000 + "\N{HIGH VOLTAGE SIGN}".encode() * 600)


def kth_smallest(nums, k):
    return None
