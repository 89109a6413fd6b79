// Runs in CloudFront where the sitemap is. The API is called by a name of its own, so here it is told the shop's: never
// what a viewer calls it, or some proxy would have us list its pages.
var OWN_ADDRESS = '{{own-address}}';

function handler(event) {
  var request = event.request;
  request.headers['shop-url'] = { value: OWN_ADDRESS || addressOf(event.context.distributionDomainName) };
  request.uri = '/api/sitemap.xml';
  return request;
}

// CloudFront serves browsers over https only; the laptop cloud, where this runs too, over plain http.
function addressOf(name) {
  return (/^127\.0\.0\.1(:|$)/.test(name) ? 'http://' : 'https://') + name;
}
