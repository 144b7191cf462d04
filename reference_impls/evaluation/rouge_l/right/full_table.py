class Solution:
    def rouge_l(self, candidate, reference):
        rows, cols = len(reference), len(candidate)
        if not rows or not cols:
            return 0
        lcs_table = [[0] * (cols + 1) for _ in range(rows + 1)]
        for i in range(1, rows + 1):
            for j in range(1, cols + 1):
                if reference[i - 1] == candidate[j - 1]:
                    lcs_table[i][j] = lcs_table[i - 1][j - 1] + 1
                else:
                    lcs_table[i][j] = max(lcs_table[i - 1][j], lcs_table[i][j - 1])
        lcs_length = lcs_table[-1][-1]
        precision = lcs_length / cols
        recall = lcs_length / rows
        if precision + recall > 0:
            return 2 * precision * recall / (precision + recall)
        return 0.0
