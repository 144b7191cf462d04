# problem: sobel
# says: gradient_magnitude(*sobel_edge(im2)) is graded as sobel
import numpy as np
from scipy.ndimage import convolve


def sobel_edge(im2):
	im2 = np.array(im2, dtype=float)
	im3h = convolve(im2,[[-1,0,1],[-2,0,2],[-1,0,1]])
	im3v = convolve(im2,[[1,2,1],[0,0,0],[-1,-2,-1]])
	return im3h,im3v


def gradient_magnitude(im3h,im3v):
	grad = np.power(np.power(im3h, 2.0) + np.power(im3v, 2.0), 0.5)
	theta = np.arctan2(im3v, im3h)
	thetaQ = (np.round(theta * (5.0 / np.pi)) + 5) % 5 #Quantize direction
	return grad
