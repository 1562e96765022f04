"""Writing files that others read: drafts, rights that are kept, mount points, devices and pipes."""
