# slip: raises-on-empty-t
def daily_temperatures(t):
    st = [(t[0], 0)]; res = [0] * len(t)
    for i in range(1, len(t)):
        while st and st[-1][0] < t[i]:
            _, j = st.pop(); res[j] = i - j
        st.append((t[i], i))
    return res
