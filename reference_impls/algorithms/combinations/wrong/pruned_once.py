# slip: pruned-as-if-nothing-chosen
def combinations(n, k):
    answers = []

    def search(start, path):
        if len(path) == k:
            answers.append(path)
            return
        for i in range(start, n - k + 2):
            search(i + 1, path + [i])

    search(1, [])
    return answers
