namespace Publish.Storage.Accounts;

/// <summary>A credential gave no token. Not an <see cref="IOException"/>, which the client would take for a broken connection and repeat.</summary>
internal sealed class SignInException : Exception;
