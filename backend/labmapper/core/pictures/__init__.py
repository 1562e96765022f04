"""Pictures that lie on a drawing, such as a floor plan: checked and cleaned before they are kept, by their bytes alone."""
