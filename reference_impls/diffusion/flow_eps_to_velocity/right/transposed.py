def velocity_from_eps(x_t, eps, t):
    difference = (x_t - eps).movedim(0, -1)
    return (difference / t).movedim(-1, 0)
