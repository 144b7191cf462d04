class Solution:
    def daily_temperatures(self, t):
        answer = [0] * len(t)
        hottest = float("-inf")
        for day in range(len(t) - 1, -1, -1):
            if t[day] >= hottest:
                hottest = t[day]
                continue
            days = 1
            while t[day + days] <= t[day]:
                days += answer[day + days]
            answer[day] = days
        return answer
