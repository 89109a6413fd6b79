// Runs in CloudFront on the site's own behaviour only, so an answer of the API is never replaced by a page.
// A path whose last segment has no dot is a page of the storefront, and every page is index.html.
function handler(event) {
  var request = event.request;
  var lastSegment = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (lastSegment.indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
