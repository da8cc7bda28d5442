"""What stands in the files of 附件: a kind of file a module, loaded where such a file is attached."""
