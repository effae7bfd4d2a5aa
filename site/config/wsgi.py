"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from serving.turns import taking_turns

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = taking_turns(get_wsgi_application())
