# problem: min-window
# expect: fail
# says: exchanges s and t

def window(pattern, text):
    need, missing, left, best = Counter(text), len(text), 0, ""
    for right, letter in enumerate(pattern):
        missing -= need[letter] > 0
        need[letter] -= 1
        while missing == 0 and text:
            if not best or right - left + 1 < len(best):
                best = pattern[left : right + 1]
            need[pattern[left]] += 1
            missing += need[pattern[left]] > 0
            left += 1
    return best
