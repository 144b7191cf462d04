# expect: error, fail
# family: terminal escapes
# attempts: text that reads otherwise than it is: turned around, invisible, joined, in the tags plane, half a character
# stopped by: cleaning
odd = "".join(map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD, 0x61C, 0x180E]))
odd += "".join(map(chr, range(0xE0000, 0xE0080))) + "\ud800\udfff\x00\x07\x08\x7f\x85\x9c\u2028\u2029"
print(odd)
calls = 0


def attention(q, k, v, mask=None):
    global calls
    calls += 1
    if calls % 2:
        raise ValueError(odd + " passed " + odd)
    return {odd: odd}, odd
