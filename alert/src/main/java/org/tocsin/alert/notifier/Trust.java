package org.tocsin.alert.notifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.OperatorException;

/** Whom receivers are believed to be: those of Java's own authorities and those of a desk's own. */
final class Trust {
  private static final String REMEDY =
      "Write the certificates of your authority into it, one after another, each between -----BEGIN"
          + " CERTIFICATE----- and -----END CERTIFICATE-----.";

  private Trust() {}

  /**
   * What encrypted connections are made with.
   *
   * @param own file of certificates in PEM that are trusted too; null for none
   * @throws OperatorException where the file has none
   */
  static SSLContext with(@Nullable Path own) {
    try {
      List<Certificate> trusted = new ArrayList<>(usual());
      if (own != null) {
        trusted.addAll(read(own));
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : trusted) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static List<Certificate> usual() throws GeneralSecurityException {
    List<Certificate> usual = new ArrayList<>();
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager authorities) {
        usual.addAll(List.of(authorities.getAcceptedIssuers()));
      }
    }
    return usual;
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static Collection<? extends Certificate> read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (found.isEmpty()) {
        throw new OperatorException("there is no certificate in " + file, REMEDY);
      }
      return found;
    } catch (IOException | GeneralSecurityException e) {
      throw new OperatorException(
          "cannot read the certificates in " + file + ": " + e.getMessage(), REMEDY, e);
    }
  }
}
