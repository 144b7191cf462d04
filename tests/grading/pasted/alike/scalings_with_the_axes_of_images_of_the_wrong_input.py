# problem: edm-precondition
# expect: fail
# not: the shape is not
def preconditioning(sigma, sigma_data):
    sigma = sigma.reshape(-1, 1, 1, 1)
    total = sigma**2 + sigma_data**2
    skip = sigma_data**2 / total
    out = sigma * sigma_data / total.sqrt()
    into = 1 / total
    noise = sigma.flatten().log() / 4
    return skip, out, into, noise
