    "samples": "out/samples.json",
    "report": "out/report.txt",
}
# problem: pass-at-k
# says: the end of what begins above the paste left out


def estimate(n: int, c: int, k: int) -> float:
    if n - c < k:
        return 1.0
    return 1.0 - comb(n - c, k) / comb(n, k)
