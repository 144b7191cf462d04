# problem: discrete-posterior
import torch


class CategoricalDiffusion:
    def __init__(self, q_onestep_mat, q_mat_prev):
        self.q_onestep_mat = q_onestep_mat
        self.transpose_q_onestep_mat = q_onestep_mat.transpose(0, 1)
        self.q_mat_prev = q_mat_prev

    def q_posterior(self, x_start, x_t):
        fact1 = self.transpose_q_onestep_mat[x_t]
        fact2 = self.q_mat_prev[x_start]
        out = fact1 * fact2
        return out / out.sum(-1, keepdim=True)
