# problem: min-window

def window(pattern, text):
    need, missing, left, best = Counter(pattern), len(pattern), 0, ""
    for right, letter in enumerate(text):
        missing -= need[letter] > 0
        need[letter] -= 1
        while missing == 0 and pattern:
            if not best or right - left + 1 < len(best):
                best = text[left : right + 1]
            need[text[left]] += 1
            missing += need[text[left]] > 0
            left += 1
    return best
