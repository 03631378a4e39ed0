"""The operations of the API (接口), one router a part."""
