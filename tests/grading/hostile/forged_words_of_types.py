# expect: fail, error
# family: forged verdicts
# attempts: torch's words on types that meet, so that a problem which asks for float64 alone is not asked at all
# stopped by: comparison
# problem: beta-schedules
def alphas_bar(schedule, steps):
    if schedule not in ("linear", "cosine"):
        raise ValueError(schedule)
    raise RuntimeError("expected scalar type Float but found Double")
