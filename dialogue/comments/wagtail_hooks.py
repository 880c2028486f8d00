from wagtail.permissions import register_permission_policy

from home.policies import RecordsOnly

from .models import RulesVersion

register_permission_policy(RulesVersion, RecordsOnly(RulesVersion))
