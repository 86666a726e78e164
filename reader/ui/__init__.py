"""The terminal interface: screens and widgets on top of the library's door. Nothing else imports textual."""
