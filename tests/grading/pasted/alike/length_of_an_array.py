# problem: single-number
# says: findSingle is graded as single_number
def findSingle(ar, ar_size):
    found = ar[0]
    for i in range(1, ar_size):
        found ^= ar[i]
    return found


def main():
    ar = [2, 3, 5, 4, 5, 3, 4]
    print("Element occurring once is", findSingle(ar, len(ar)))


main()
