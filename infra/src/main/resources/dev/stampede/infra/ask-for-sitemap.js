// Runs in CloudFront on /sitemap.xml alone. The API is called by a name of its own, so here it is told the site's.
function handler(event) {
  var request = event.request;
  var host = request.headers.host.value;
  // CloudFront serves browsers over https only; the laptop cloud, where this runs too, over plain http.
  var scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? 'http' : 'https';
  request.headers['shop-url'] = { value: scheme + '://' + host };
  request.uri = '/api/sitemap.xml';
  return request;
}
