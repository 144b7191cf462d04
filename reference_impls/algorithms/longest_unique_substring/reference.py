"""Length of the longest substring without a repeated character: a sliding window (LeetCode 3).

The window s[start..end] holds no character twice. A character that was last seen inside it moves `start` just past that
place; one last seen before `start` changes nothing, which is why `start` never moves back. O(n) time, O(alphabet) memory.

s: a string of any characters, Unicode included; a character is what Python's indexing gives, so 'a' and 'A' differ.
Returns: an int; 0 for ''.
"""


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
