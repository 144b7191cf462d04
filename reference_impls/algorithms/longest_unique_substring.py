"""Length of the longest substring without a repeated character: a sliding window (LeetCode 3).

The window s[start..end] holds no character twice. A character that was last seen inside it moves `start` just past that
place; one last seen before `start` changes nothing, which is why `start` never moves back. O(n) time, O(alphabet) memory.

s: a string of any characters, Unicode included; a character is what Python's indexing gives, so 'a' and 'A' differ.
Returns: an int; 0 for ''.
"""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def longest_unique_substring(s: str) -> int:
    """The number of characters in the longest window that repeats none."""
    last_seen: dict[str, int] = {}
    start = longest = 0
    for end, character in enumerate(s):
        if last_seen.get(character, -1) >= start:
            start = last_seen[character] + 1
        last_seen[character] = end
        longest = max(longest, end - start + 1)
    return longest


# ----------------------------------------------------------------------------------------------------------------------


LETTERS = "abcdefghijklmnopqrstuvwxyz"
BEYOND_LATIN = "αβγδжщюя中文字符漢語🙂🚀"
PRINTABLE = "".join(map(chr, range(32, 127)))


def spelled(draw: Draw, pattern: str, alphabet: str = LETTERS) -> str:
    """The pattern with other characters in the place of its own: equal stays equal, different stays different."""
    order = draw.permutation(len(alphabet))
    place = {character: order[index] for index, character in enumerate(sorted(set(pattern)))}
    return "".join(alphabet[place[character]] for character in pattern)


def text(draw: Draw, alphabet: str, length: int) -> str:
    """Random characters of the alphabet."""
    return "".join(alphabet[i] for i in draw.integers(0, len(alphabet), length).tolist())


def short_text(draw: Draw) -> tuple[str]:
    return ("".join("abcd"[i] for i in draw.integers(0, 4, draw.integer(1, 9)).tolist()),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("the empty string", ("",))
    yield Case("one character", (spelled(draw, "a"),))
    yield Case("one character four times", (spelled(draw, "aaaa"),))
    yield Case("two characters in turn", (spelled(draw, "ababa"),))
    yield Case("all characters different", (spelled(draw, LETTERS),))
    yield Case("a window that begins inside the one before", (spelled(draw, "abac"),))
    yield Case("a repeat from before the window", (spelled(draw, "abba"),))
    yield Case("a repeat from before the window, longer", (spelled(draw, "abccdea"),))
    yield Case("several characters leave at once", (spelled(draw, "abcdedfgd"),))
    yield Case("the longest window stands first", (spelled(draw, "abcdefaaba"),))
    yield Case("the longest window stands last", (spelled(draw, "aabacbdefg"),))
    yield Case("a space counts", (" " + spelled(draw, "ab") + " " + spelled(draw, "a"),))
    yield Case("spaces at both ends count", (" " + spelled(draw, "abca") + " ",))
    word = spelled(draw, "abcde")
    yield Case("upper and lower case differ", (word + word.upper(),))
    yield Case("beyond Latin letters", (spelled(draw, "abcadefbgfh", BEYOND_LATIN),))
    yield sweep("longest_unique_substring", short_text)
    many = "".join(chr(0x4E00 + i) for i in draw.permutation(300))
    yield Case("300 different characters, repeated", (many + many[:40],))
    yield Case("150 of eight letters", (text(draw, LETTERS[:8], 150),))
    yield Case("200 printable characters", (text(draw, PRINTABLE, 200),))


def different_characters(s: str) -> int:
    return len(set(s))


def starts_over(s: str) -> int:
    window: set[str] = set()
    longest = 0
    for character in s:
        if character in window:
            window = set()
        window.add(character)
        longest = max(longest, len(window))
    return longest


def measured_at_repeats(s: str) -> int:
    window = ""
    longest = 0
    for character in s:
        if character in window:
            longest = max(longest, len(window))
            window = window[window.index(character) + 1 :]
        window += character
    return longest


def shrinks_once(s: str) -> int:
    window: set[str] = set()
    start = longest = 0
    for end, character in enumerate(s):
        if character in window:
            window.discard(s[start])
            start += 1
        window.add(character)
        longest = max(longest, end - start + 1)
    return longest


def longest_itself(s: str) -> str:
    window = best = ""
    for character in s:
        window = window[window.find(character) + 1 :] + character
        best = max(best, window, key=len)
    return best


def neighbours_only(s: str) -> int:
    run = longest = 0
    for index, character in enumerate(s):
        run = 1 if index and s[index - 1] == character else run + 1
        longest = max(longest, run)
    return longest


def starts_over_without_it(s: str) -> int:
    window: set[str] = set()
    longest = 0
    for character in s:
        if character in window:
            window = set()
        else:
            window.add(character)
        longest = max(longest, len(window))
    return longest


def removes_once(s: str) -> int:
    window: set[str] = set()
    start = longest = 0
    for end, character in enumerate(s):
        if character in window:
            window.remove(s[start])
            start += 1
        window.add(character)
        longest = max(longest, end - start + 1)
    return longest


def last_character_left_out(s: str) -> int:
    longest = 0
    for start in range(len(s)):
        for end in range(start + 1, len(s)):
            if len(set(s[start:end])) == end - start:
                longest = max(longest, end - start)
    return longest


def table_of_128(s: str) -> int:
    last_seen = [-1] * 128
    start = longest = 0
    for end, character in enumerate(s):
        start = max(start, last_seen[ord(character)] + 1)
        last_seen[ord(character)] = end
        longest = max(longest, end - start + 1)
    return longest


def table_of_26(s: str) -> int:
    last_seen = [-1] * 26
    start = longest = 0
    for end, character in enumerate(s):
        place = ord(character) - ord("a")
        start = max(start, last_seen[place] + 1)
        last_seen[place] = end
        longest = max(longest, end - start + 1)
    return longest


def last_window_alone_missed(s: str) -> int:
    window = ""
    longest = 0
    for character in s:
        if character in window:
            longest = max(longest, len(window))
            window = window[window.index(character) + 1 :]
        window += character
    return longest or len(s)


def restarted_and_measured_at_repeats(s: str) -> int:
    window: set[str] = set()
    longest = 0
    for character in s:
        if character in window:
            longest = max(longest, len(window))
            window = set()
        window.add(character)
    return longest


def first_window_alone(s: str) -> int:
    for length in range(len(s)):
        if s[length] in s[:length]:
            return length
    return len(s)


def last_window_alone(s: str) -> int:
    start = 0
    for end in range(len(s)):
        start = max(start, s.rfind(s[end], 0, end) + 1)
    return len(s) - start


def place_kept_at_a_repeat(s: str) -> int:
    last_seen: dict[str, int] = {}
    start = longest = 0
    for end, character in enumerate(s):
        if last_seen.get(character, -1) >= start:
            start = last_seen[character] + 1
        else:
            last_seen[character] = end
        longest = max(longest, end - start + 1)
    return longest


def first_place_and_back(s: str) -> int:
    last_seen: dict[str, int] = {}
    start = longest = 0
    for end, character in enumerate(s):
        if character in last_seen:
            start = last_seen[character] + 1
        else:
            last_seen[character] = end
        longest = max(longest, end - start + 1)
    return longest


def measured_while_new(s: str) -> int:
    last_seen: dict[str, int] = {}
    start = longest = 0
    for end, character in enumerate(s):
        if character in last_seen:
            start = max(start, last_seen[character] + 1)
        else:
            longest = max(longest, end - start + 1)
        last_seen[character] = end
    return longest


def size_of_the_set(s: str) -> int:
    window: set[str] = set()
    start = longest = 0
    for character in s:
        if character in window:
            window.discard(s[start])
            start += 1
        window.add(character)
        longest = max(longest, len(window))
    return longest


def last_window_missed_but_for_one_character(s: str) -> int:
    window = ""
    longest = 1 if len(s) == 1 else 0
    for character in s:
        if character in window:
            longest = max(longest, len(window))
            window = window[window.index(character) + 1 :]
        window += character
    return longest


def last_window_missed_from_one(s: str) -> int:
    window = ""
    longest = 1 if s else 0
    for character in s:
        if character in window:
            longest = max(longest, len(window))
            window = window[window.index(character) + 1 :]
        window += character
    return longest


def removes_once_and_counts(s: str) -> int:
    count = dict.fromkeys(s, 0)
    start = longest = 0
    for end, character in enumerate(s):
        count[character] += 1
        if count[character] > 1:
            count[s[start]] -= 1
            start += 1
        longest = max(longest, end - start + 1)
    return longest


PROBLEM = Problem(
    id="longest-unique-substring",
    entries=(longest_unique_substring,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "start-moves-back",
            "if last_seen.get(character, -1) >= start:",
            "if character in last_seen:",
            "The window's start moves back to a repeat that had already left it, as in 'abba': move it only forward, "
            "start = max(start, last_seen[c] + 1).",
        ),
        Slip(
            "repeat-kept",
            "start = last_seen[character] + 1",
            "start = last_seen[character]",
            "The new window still begins with the earlier copy of the repeated character: it starts one place after it.",
        ),
        Slip(
            "one-short",
            "max(longest, end - start + 1)",
            "max(longest, end - start)",
            "Every length is one too small: a window from start to end, both included, holds end - start + 1 characters.",
        ),
        FunctionSlip(
            "different-characters",
            {"longest_unique_substring": different_characters},
            "This counts the different characters of the whole string, as also a window does that drops the repeated character "
            "in place of s[start]; they have to stand together in one window.",
        ),
        FunctionSlip(
            "starts-over",
            {"longest_unique_substring": starts_over},
            "At a repeat you drop the whole window; what stands after the earlier copy still belongs to the next one: "
            "'abac' has 'bac'.",
        ),
        FunctionSlip(
            "measured-at-repeats",
            {"longest_unique_substring": measured_at_repeats},
            "A window is measured only when a repeat ends it, so the last one never is: measure at every step, or once "
            "more after the loop.",
        ),
        FunctionSlip(
            "shrinks-once",
            {"longest_unique_substring": shrinks_once},
            "At a repeat only one character leaves the window; with `while` in place of `if`, characters leave until the "
            "repeated one has gone.",
        ),
        FunctionSlip(
            "substring-itself",
            {"longest_unique_substring": longest_itself},
            "You return the substring; its length is asked for.",
        ),
        FunctionSlip(
            "neighbours-only",
            {"longest_unique_substring": neighbours_only},
            "Only equal neighbours end your window; any repeated character inside it has to, as the second a of 'aba'.",
        ),
        Slip(
            "place-zero-is-false",
            "if last_seen.get(character, -1) >= start:",
            "if last_seen.get(character) and last_seen[character] >= start:",
            "A character last seen at place 0 counts as not seen, as where 0 is read as false: ask `in`, or compare with None "
            "or -1.",
        ),
        Slip(
            "repeat-at-the-start-missed",
            "if last_seen.get(character, -1) >= start:",
            "if last_seen.get(character, -1) > start:",
            "A repeat of the window's first character goes unnoticed: the place `start` is inside the window, compare with >=.",
        ),
        Slip(
            "empty-is-one",
            "start = longest = 0",
            "start, longest = 0, 1",
            "The empty string gives 1; the longest length starts at 0.",
        ),
        Slip(
            "case-ignored",
            "in enumerate(s):",
            "in enumerate(s.lower()):",
            "You ignore upper and lower case; 'A' and 'a' are different characters here.",
        ),
        Slip(
            "spaces-stripped",
            "in enumerate(s):",
            "in enumerate(s.strip()):",
            "Spaces at the ends of the string are dropped; a space is a character like any other.",
        ),
        Slip(
            "letters-and-digits-alone",
            "in enumerate(s):",
            "in enumerate(filter(str.isalnum, s)):",
            "You drop what is no letter or digit; spaces and punctuation are characters like any other.",
        ),
        FunctionSlip(
            "table-of-128",
            {"longest_unique_substring": table_of_128},
            "Your table has places for ASCII (or one byte) alone; any character may occur, so take a dict.",
        ),
        FunctionSlip(
            "table-of-26",
            {"longest_unique_substring": table_of_26},
            "Your table has places for the letters a to z alone; any character may occur, so take a dict.",
        ),
        FunctionSlip(
            "starts-over-without-it",
            {"longest_unique_substring": starts_over_without_it},
            "At a repeat you drop the whole window, and the repeated character with it; the next window holds all that "
            "stands after the earlier copy.",
        ),
        FunctionSlip(
            "removes-once",
            {"longest_unique_substring": removes_once},
            "At a repeat only one character leaves the window, so that the set and the window no longer agree: with `while` "
            "in place of `if`, characters leave until the repeated one has gone.",
        ),
        FunctionSlip(
            "last-character-left-out",
            {"longest_unique_substring": last_character_left_out},
            "No window of yours reaches the last character: s[i:j] ends before j, so j goes up to len(s).",
        ),
        Slip(
            "bytes",
            "in enumerate(s):",
            "in enumerate(s.encode()):  # type: ignore[assignment]",
            "You count bytes of UTF-8; a character beyond ASCII is several of them, but one character.",
        ),
        Slip(
            "codes-modulo-128",
            "in enumerate(s):",
            "in enumerate(chr(ord(c) % 128) for c in s):",
            "Different characters share a place in your table, as where the code is taken modulo 128; any character may occur, "
            "so take a dict.",
        ),
        Slip(
            "codes-modulo-256",
            "in enumerate(s):",
            "in enumerate(chr(ord(c) % 256) for c in s):",
            "Different characters share a place in your table, as where the code is taken modulo 256; any character may occur, "
            "so take a dict.",
        ),
        Slip(
            "codes-modulo-26",
            "in enumerate(s):",
            "in enumerate(chr((ord(c) - ord('a')) % 26) for c in s):",
            "Different characters share one of your 26 places, as where the code is taken modulo 26; any character may occur, "
            "so take a dict.",
        ),
        FunctionSlip(
            "last-window-missed-unless-alone",
            {"longest_unique_substring": last_window_alone_missed},
            "A window is measured only when a repeat ends it: a string without any repeat is right, but after one the last "
            "window is never measured. Measure at every step, or once more after the loop.",
        ),
        FunctionSlip(
            "starts-over-and-measured-at-repeats",
            {"longest_unique_substring": restarted_and_measured_at_repeats},
            "At a repeat you measure and drop the whole window, so that the last one is never measured, and what stands after "
            "the earlier copy is lost to the next: measure at every step, and drop up to that copy alone.",
        ),
        FunctionSlip(
            "first-window-alone",
            {"longest_unique_substring": first_window_alone},
            "You stop at the first repeat; a longer window may come after it: go on, and keep the longest.",
        ),
        FunctionSlip(
            "last-window-alone",
            {"longest_unique_substring": last_window_alone},
            "You return the length of the window in which the string ends; keep the longest of all, a maximum at every step.",
        ),
        FunctionSlip(
            "place-kept-at-a-repeat",
            {"longest_unique_substring": place_kept_at_a_repeat},
            "A repeat moves the window, but the character's place stays that of its earlier copy, so that the next one is not "
            "noticed: set last_seen[c] at every step, in both branches.",
        ),
        Slip(
            "first-place-kept",
            "last_seen[character] = end",
            "last_seen.setdefault(character, end)",
            "For each character you keep the place where it was first seen; the last one is needed: set last_seen[c] at every "
            "step.",
        ),
        FunctionSlip(
            "first-place-and-back",
            {"longest_unique_substring": first_place_and_back},
            "For each character you keep the first place, and move the window's start behind it even where it is past that: "
            "set last_seen[c] at every step, and start = max(start, last_seen[c] + 1).",
        ),
        FunctionSlip(
            "measured-while-new",
            {"longest_unique_substring": measured_while_new},
            "A window that ends in a character met before is not measured, though the earlier copy may lie outside it: measure "
            "at every step, after the start has moved.",
        ),
        FunctionSlip(
            "size-of-the-set",
            {"longest_unique_substring": size_of_the_set},
            "At a repeat only one character leaves, and you measure the set, which holds the repeated one once and may lack "
            "others: with `while` in place of `if`, characters leave until the repeated one has gone.",
        ),
        Slip(
            "one-character-is-none",
            "in enumerate(s):",
            "in enumerate(s if len(s) > 1 else ''):",
            "A string of one character gives 0, as where the last place starts no window; it is 1.",
        ),
        FunctionSlip(
            "last-window-missed-but-for-one-character",
            {"longest_unique_substring": last_window_missed_but_for_one_character},
            "Only a string of one character has a case of its own; else a window is measured only when a repeat ends it, so "
            "the last one never is: measure at every step, or once more after the loop.",
        ),
        FunctionSlip(
            "last-window-missed-from-one",
            {"longest_unique_substring": last_window_missed_from_one},
            "The longest length starts at 1, and a window is measured only when a repeat ends it, so the last one never is: "
            "measure at every step, or once more after the loop.",
        ),
        FunctionSlip(
            "removes-once-and-counts",
            {"longest_unique_substring": removes_once_and_counts},
            "At a repeat only one character leaves the window, though the repeated one may stand further on: with `while` in "
            "place of `if`, characters leave until its count is 1.",
        ),
    ),
)
