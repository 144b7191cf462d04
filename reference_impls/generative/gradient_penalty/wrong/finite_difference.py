# slip: slope-between-pairs
def gradient_penalty(critic, real, fake, alpha):
    a, b = critic(real).reshape(-1), critic(fake).reshape(-1)
    d = (real - fake).flatten(1).norm(dim=1)
    return (((a - b).abs() / d - 1) ** 2).mean()
