import torch


def best_of_n(samples, reward, n):
    """Scores as a tensor and an argmax, as trainers with a best-of-n sampler have it."""
    if not 0 < n <= len(samples):
        raise ValueError(f"cannot choose among {n} of {len(samples)}")
    scores = torch.tensor([reward(s) for s in samples[:n]], dtype=torch.float64)
    index = int((scores == scores.max()).nonzero()[0])
    return samples[index], scores[index].item()
