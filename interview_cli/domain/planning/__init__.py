"""What is practised when: interviews, roles, the order of new items, days, and what lies ahead."""
