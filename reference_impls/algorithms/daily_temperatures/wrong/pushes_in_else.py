# slip: pushed-only-if-colder
def daily_temperatures(t):
    res = [0] * len(t)
    st = []
    for i, x in enumerate(t):
        if not st or t[st[-1]] >= x:
            st.append(i)
        else:
            while st and t[st[-1]] < x:
                j = st.pop()
                res[j] = i - j
    return res
