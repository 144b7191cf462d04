# problem: v-prediction

def velocity_target(noise, x0, alpha_bar):
    signal, spread = alpha_bar**0.5, (1 - alpha_bar) ** 0.5
    return signal * noise - spread * x0


def recover(v, x_t, alpha_bar):
    signal, spread = alpha_bar**0.5, (1 - alpha_bar) ** 0.5
    return signal * x_t - spread * v, spread * x_t + signal * v
