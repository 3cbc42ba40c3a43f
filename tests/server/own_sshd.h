// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OwnSshd: an OpenSSH server of a test's own on loopback, an ordinary process with keys of its own,
// and the client configuration by which it is called `bastion`. The person's ~/.ssh is not touched.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace cadastre::test {

class OwnSshd
{
public:
    /// Starts the server and makes CADASTRE_SSH_CONFIG name its client configuration; error() says
    /// what went wrong.
    OwnSshd();
    ~OwnSshd();
    OwnSshd(const OwnSshd&) = delete;
    OwnSshd& operator=(const OwnSshd&) = delete;

    [[nodiscard]] QString error() const { return m_error; }
    void stop();
    void start();
    /// The client knows no key of the server any more.
    void forgetHostKey();
    /// The client has a key that the server does not know.
    void useStrangeKey();
    /// As it was made.
    void restoreKeys();

private:
    void makeKey(const QString& name);
    void writeConfigs();
    bool write(const QString& name, const QByteArray& text);
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_program;
    QString m_error;
    int m_port = 0;
    QProcess m_server;
};

} // namespace cadastre::test
