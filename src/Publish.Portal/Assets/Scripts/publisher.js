// What the publisher says of a version: asked for anew each time, from the place of its data and nowhere else.
const name = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/;
const number = /^v[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$/;

// Where a version lies below data/, or null where a text is no name: it may come from a file that anyone made.
export const folderOf = ({ agency, dataset, edition, version }) =>
  [agency, dataset, edition].every((part) => typeof part === "string" && name.test(part)) && typeof version === "string" && number.test(version)
    ? `${agency}/${dataset}/${edition}/${version}/`
    : null;

export const namedIn = (folder) => {
  const [agency, dataset, edition, version] = (folder ?? "").split("/");
  return { agency, dataset, edition, version };
};

// Its bytes; null where there is no such file; undefined where the publisher did not answer.
const fetchFile = async (address) => {
  try {
    const answer = await fetch(address, { cache: "no-cache" });
    return answer.ok ? await answer.arrayBuffer() : answer.status === 404 ? null : undefined;
  } catch {
    return undefined;
  }
};

const parsed = (bytes) => {
  try {
    return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;
  } catch {
    return null;
  }
};

// The publisher's own certificate and list of digests, the version's entry in the history, and the one that replaced it.
export const ask = async (data, folder) => {
  const { agency, dataset, edition, version } = namedIn(folder);
  const [certificate, digests, history] = await Promise.all(
    [`${folder}certificate.json`, `${folder}SHA256SUMS`, `${agency}/${dataset}/history.json`].map((path) => fetchFile(data + path)));
  const versions = parsed(history)?.versions ?? [];
  const ofEdition = versions.filter((entry) => entry.edition === edition);
  return {
    folder,
    certificateBytes: certificate,
    certificate: parsed(certificate),
    digests,
    isHistoryKnown: history !== undefined,
    entry: ofEdition.find((entry) => entry.version === version),
    successor: ofEdition.find((entry) => entry.state === "published" && entry.version !== version) ?? ofEdition.find((entry) => entry.supersedes === version),
  };
};
