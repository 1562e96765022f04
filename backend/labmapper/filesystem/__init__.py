"""Writing files that others read: temporary files, rights that are kept, mount points, devices and pipes."""
