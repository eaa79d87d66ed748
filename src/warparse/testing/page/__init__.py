"""Plans as pages of HTML: how sites mark articles up, with what a right parser tells of each page."""
