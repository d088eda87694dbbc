"""Everything about cases on one screen: a strip of pages, each made when it is first opened."""
