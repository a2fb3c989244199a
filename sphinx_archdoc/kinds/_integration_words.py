"""What the fields of integrations are called in documents, in several languages."""

from sphinx_archdoc.model.words import listed

PURPOSE = listed("description, usage, use, zweck, propósito")
TYPE = listed("integration type, style, protocol, technology, art, typ")
AUTHENTICATION = listed("auth, auth method, credentials, authentifizierung, autenticación")
TIMEOUT = listed("timeouts, time out, zeitlimit, délai")
RETRY = listed("retries, retry policy, retry strategy, retry logic, wiederholung, reintentos")
RATE_LIMIT = listed("rate limits, rate limiting, limit, limits, throttling, quota, ratenbegrenzung")
CIRCUIT_BREAKER = listed("breaker, circuit breaking, sicherung, disyuntor")
FALLBACK = listed("fall back, degradation, on failure, rückfall, ersatz, repli, alternativa")
WEBHOOK = listed("webhooks, webhook url, callback, callbacks, endpoint")
DATA = listed("data exchanged, exchanged data, payload, daten, données, datos")
PARTNER_ELEMENT = listed("element, with")
USED_BY = listed("component, components, applies to")
