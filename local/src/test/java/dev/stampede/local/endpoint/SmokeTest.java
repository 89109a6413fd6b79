package dev.stampede.local.endpoint;
import org.junit.jupiter.api.*;
import software.amazon.awssdk.services.sqs.*;
import software.amazon.awssdk.services.dynamodb.*;
import software.amazon.awssdk.services.dynamodb.model.*;
import java.util.*;
import java.net.http.*;
import java.net.*;
class SmokeTest {
  static HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  static String call(URI u, String target, String body) throws Exception {
   var r = http.send(HttpRequest.newBuilder(u).header("Content-Type","application/x-amz-json-1.0").header("X-Amz-Target",target)
   .header("Authorization","AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
   if (r.statusCode()!=200) return r.statusCode()+" "+r.body(); return r.body(); }
  interface Job { void run(int i) throws Exception; }
  static void time(String n, int c, Job j) throws Exception { long t=System.nanoTime(); for(int i=0;i<c;i++) j.run(i); System.out.println(n+" us "+(System.nanoTime()-t)/1000/c); }
  @Test void smoke() throws Exception {
    long t=System.nanoTime();
    try (RunningEndpoint e = new RunningEndpoint(Optional.empty())) {
      System.out.println("up "+(System.nanoTime()-t)/1000000+" ms "+e.endpoint.url());
      var f=AwsEndpoint.class.getDeclaredField("engines"); f.setAccessible(true); var en=f.get(e.endpoint); var g=en.getClass().getDeclaredMethod("dynamoDb"); g.setAccessible(true); var ddb=(dev.stampede.local.engine.DynamoDbEngine)g.invoke(en);
      var d=e.processor(DynamoDbClient.builder()); var s=e.processor(SqsClient.builder());
      for (int r=0;r<6;r++){ 
       time("engine put",200,i->ddb.send("DynamoDB_20120810.PutItem",("{\"TableName\":\"Stock\",\"Item\":{\"sku\":{\"S\":\"k"+i+"\"}}}").getBytes()));
       time("endpoint get raw sts(none)",200,i->call(e.endpoint.url(),"DynamoDB_20120810.DescribeLimitsX","{}"));
       time("endpoint put raw",200,i->call(e.endpoint.url(),"DynamoDB_20120810.PutItem","{\"TableName\":\"Stock\",\"Item\":{\"sku\":{\"S\":\"k"+i+"\"}}}"));
       time("sdk put",200,i->d.putItem(p->p.tableName("Orders").item(Map.of("orderId",AttributeValue.fromS("o"+i)))));
       time("sdk send",200,i->s.sendMessage(p->p.queueUrl(e.queueUrl("OrdersQueue")).messageBody("hello")));}
    }
  }
}
