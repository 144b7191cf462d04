# problem: best-of-n
class CandidateSampler:
    def __init__(self, reward_pipeline, n_candidates=4):
        self.reward_pipeline = reward_pipeline
        self.n_candidates = n_candidates

    def generate(self, samples):
        if self.n_candidates < 1 or self.n_candidates > len(samples):
            raise ValueError("not that many candidates")
        scored = [(self.reward_pipeline(sample), sample) for sample in samples[: self.n_candidates]]
        best_score, best = scored[0]
        for score, sample in scored[1:]:
            if score > best_score:
                best_score, best = score, sample
        return best, best_score
