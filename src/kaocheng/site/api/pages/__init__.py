"""Pages of the API (接口页面): its documentation, and its tokens."""
