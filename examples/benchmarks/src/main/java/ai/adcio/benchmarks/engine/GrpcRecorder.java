package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import io.grpc.CallOptions;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands between a client and its engine and keeps what the client asks. Nothing that is timed goes through it. */
final class GrpcRecorder implements AutoCloseable {
    private static final int LARGEST = 100 * 1024 * 1024;
    private static final Metadata.Key<String> LOGIN =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel engine;
    private final Server server;
    // Guarded by this.
    private List<Call> calls = new ArrayList<>();

    /** What a client asked. */
    record Call(String method, byte[] message) {
        Call {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }
    }

    GrpcRecorder(String host, int port, boolean secure) {
        NettyChannelBuilder channel = NettyChannelBuilder.forAddress(host, port).maxInboundMessageSize(LARGEST);
        this.engine = (secure ? channel.useTransportSecurity() : channel.usePlaintext()).build();
        try {
            this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .maxInboundMessageSize(LARGEST)
                    .fallbackHandlerRegistry(new AnyMethod())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new AdcioException("cannot listen on the loopback address", e);
        }
    }

    /** The port of the loopback address that the client is to connect to. */
    int port() {
        return server.getPort();
    }

    /** What was asked by a method since the last call of this, in order. */
    synchronized List<byte[]> taken(String method) {
        List<byte[]> taken = calls.stream()
                .filter(call -> call.method().endsWith(method))
                .map(Call::message)
                .toList();
        calls = new ArrayList<>();
        return taken;
    }

    private synchronized void keep(Call call) {
        calls.add(call);
    }

    private final class AnyMethod extends HandlerRegistry {
        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName(method)
                    .setRequestMarshaller(new Bytes())
                    .setResponseMarshaller(new Bytes())
                    .build();
            return ServerMethodDefinition.create(descriptor, new Passing(descriptor));
        }
    }

    private final class Passing implements ServerCallHandler<byte[], byte[]> {
        private final MethodDescriptor<byte[], byte[]> method;

        Passing(MethodDescriptor<byte[], byte[]> method) {
            this.method = method;
        }

        @Override
        public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
            call.request(2);
            return new ServerCall.Listener<>() {
                @Override
                public void onMessage(byte[] message) {
                    keep(new Call(method.getFullMethodName(), message));
                    try {
                        byte[] answer = ask(message, headers);
                        call.sendHeaders(new Metadata());
                        call.sendMessage(answer);
                        call.close(Status.OK, new Metadata());
                    } catch (StatusRuntimeException e) {
                        call.close(e.getStatus(), new Metadata());
                    }
                }
            };
        }

        private byte[] ask(byte[] message, Metadata headers) {
            Metadata passed = new Metadata();
            String login = headers.get(LOGIN);
            if (login != null) {
                passed.put(LOGIN, login);
            }
            return ClientCalls.blockingUnaryCall(
                    io.grpc.ClientInterceptors.intercept(engine, MetadataUtils.newAttachHeadersInterceptor(passed)),
                    method,
                    CallOptions.DEFAULT,
                    message);
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        engine.shutdownNow();
    }
}
